package io.github.gdxagents.policy;

/** Where a field stands in a file, for messages: a path that is made to text only if there is one to write. */
final class FieldPath {
    private static final int NONE = -1;

    private final FieldPath parent;
    private final String field;
    private final int index;

    private FieldPath(FieldPath parent, String field, int index) {
        this.parent = parent;
        this.field = field;
        this.index = index;
    }

    static FieldPath of(String path) {
        return new FieldPath(null, path, NONE);
    }

    /** An element of this list. */
    FieldPath at(int element) {
        return new FieldPath(this, null, element);
    }

    /** A field of this. */
    FieldPath dot(String name) {
        return new FieldPath(this, name, NONE);
    }

    @Override
    public String toString() {
        if (parent == null) {
            return field;
        }
        return parent + (field == null ? "[" + index + "]" : "." + field);
    }
}
