package io.github.gdxagents.training.tensor;

/** The device that learning was to use can't be used. The message says what is missing, where it was looked for, and what to do. */
public final class DeviceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeviceException(String message) {
        super(message);
    }

    DeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
