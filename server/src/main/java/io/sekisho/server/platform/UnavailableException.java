package io.sekisho.server.platform;

/** Something outside of this process does not answer now; whoever asked may ask again later. */
public final class UnavailableException extends RuntimeException {

    private final String dependency;

    /**
     * @param dependency stable, one word: {@code database}
     * @param detail what is wrong and what to do; without secrets and personal data
     */
    public UnavailableException(String dependency, String detail) {
        super(detail);
        this.dependency = dependency;
    }

    public UnavailableException(String dependency, String detail, Throwable cause) {
        super(detail, cause);
        this.dependency = dependency;
    }

    public String dependency() {
        return dependency;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
