package io.github.gdxagents.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects findings: the same kind of the same subject once, with a count. Thread safety: all methods are synchronized. */
final class Findings {
    /** Of one kind no more subjects are listed: sixty rays that are NaN have one cause. */
    static final int SUBJECTS_PER_KIND = 8;

    private final Map<String, Finding> findings = new LinkedHashMap<>();

    synchronized void add(FindingKind kind, String subject, String place, String expected, String actual) {
        String key = kind + " " + subject;
        Finding known = findings.get(key);
        if (known != null) {
            findings.put(key, known.again());
        } else if (count(kind) < SUBJECTS_PER_KIND) {
            findings.put(key, new Finding(kind, place, expected, actual, 1));
        }
    }

    synchronized Set<FindingKind> kinds() {
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        for (Finding finding : findings.values()) {
            kinds.add(finding.kind());
        }
        return kinds;
    }

    private int count(FindingKind kind) {
        int count = 0;
        for (Finding finding : findings.values()) {
            if (finding.kind() == kind) {
                count++;
            }
        }
        return count;
    }

    synchronized List<Finding> list() {
        return new ArrayList<>(findings.values());
    }
}
