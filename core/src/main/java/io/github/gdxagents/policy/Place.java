package io.github.gdxagents.policy;

/** Where a field stands in a file, for messages: a path that is made to text only if there is one to write. */
final class Place {
    private static final int NONE = -1;

    private final Place parent;
    private final String field;
    private final int index;

    private Place(Place parent, String field, int index) {
        this.parent = parent;
        this.field = field;
        this.index = index;
    }

    static Place of(String path) {
        return new Place(null, path, NONE);
    }

    /** An element of this list. */
    Place at(int element) {
        return new Place(this, null, element);
    }

    /** A field of this. */
    Place dot(String name) {
        return new Place(this, name, NONE);
    }

    @Override
    public String toString() {
        if (parent == null) {
            return field;
        }
        return parent + (field == null ? "[" + index + "]" : "." + field);
    }
}
