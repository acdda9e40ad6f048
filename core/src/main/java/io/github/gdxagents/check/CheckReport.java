package io.github.gdxagents.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All that {@link SimulationCheck} found.
 */
public final class CheckReport {
    private final String title;
    private final List<Finding> findings;

    CheckReport(String title, List<Finding> findings) {
        this.title = title;
        this.findings = Collections.unmodifiableList(new ArrayList<>(findings));
    }

    /**
     * Errors and warnings in the order in which they were found.
     *
     * @return unmodifiable
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Whether the contract is kept; there may be warnings.
     *
     * @return true if there is no error
     */
    public boolean isClean() {
        return count(Severity.ERROR) == 0;
    }

    /**
     * Fails unless the contract is kept: the line that ends a test. Warnings alone don't fail.
     *
     * @return this
     * @throws AssertionError if there is an error; its message lists everything that was found
     */
    public CheckReport requireClean() {
        if (!isClean()) {
            throw new AssertionError(toString());
        }
        return this;
    }

    private int count(Severity severity) {
        int count = 0;
        for (Finding finding : findings) {
            if (finding.kind().severity() == severity) {
                count++;
            }
        }
        return count;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title)
                .append(": ")
                .append(count(Severity.ERROR))
                .append(" errors, ")
                .append(count(Severity.WARNING))
                .append(" warnings");
        for (Finding finding : findings) {
            text.append("\n  ").append(finding.kind().severity()).append(' ').append(finding.message());
        }
        return text.toString();
    }
}
