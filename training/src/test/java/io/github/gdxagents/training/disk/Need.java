package io.github.gdxagents.training.disk;

/** What an operation needs of the disk, and so which lasting fault stops it. */
enum Need {
    /** It asks for what is there already, such as a folder that exists: systems say so before they look at the disk's state. */
    NOTHING,
    /** A disk that can be written to. */
    PERMISSION,
    /** A disk that can be written to and is not full. */
    SPACE
}
