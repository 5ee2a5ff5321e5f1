package procgrade.observe;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A fact about another process, or the reason why there is none. Immutable if its value is.
 *
 * @param <T> the type of the fact
 */
public final class Observed<T> {
    private final Availability availability;
    private final T value;

    private Observed(Availability availability, T value) {
        this.availability = availability;
        this.value = value;
    }

    /**
     * A fact that was read.
     *
     * @param value the fact, not null
     * @param <T> its type
     * @return the fact, {@link Availability#KNOWN}
     */
    public static <T> Observed<T> of(T value) {
        if (value == null) {
            throw new IllegalArgumentException("an observed value cannot be null; use gone() or unreadable()");
        }
        return new Observed<>(Availability.KNOWN, value);
    }

    /**
     * A fact about something that has ended.
     *
     * @param <T> the type the fact would have had
     * @return no value, {@link Availability#GONE}
     */
    public static <T> Observed<T> gone() {
        return new Observed<>(Availability.GONE, null);
    }

    /**
     * A fact that is not given out.
     *
     * @param <T> the type the fact would have had
     * @return no value, {@link Availability#UNREADABLE}
     */
    public static <T> Observed<T> unreadable() {
        return new Observed<>(Availability.UNREADABLE, null);
    }

    /** {@return whether there is a value, and if not, why} */
    public Availability availability() {
        return availability;
    }

    /** {@return whether there is a value} */
    public boolean isKnown() {
        return availability == Availability.KNOWN;
    }

    /**
     * The fact itself.
     *
     * @return the value, never null
     * @throws NoSuchElementException if it is not {@link #isKnown() known}
     */
    public T value() {
        if (!isKnown()) {
            throw new NoSuchElementException("no value was observed: " + availability);
        }
        return value;
    }

    /** {@return the value, or empty if it is gone or unreadable} */
    public Optional<T> toOptional() {
        return Optional.ofNullable(value);
    }

    /**
     * Parses the value. A parser that finds no sense in it makes the fact {@link Availability#UNREADABLE}.
     *
     * @param parser gives empty if the value is malformed
     * @param <R> the type after parsing
     * @return the parsed fact, or the same reason for having none
     */
    public <R> Observed<R> parse(Function<? super T, Optional<R>> parser) {
        if (!isKnown()) {
            return new Observed<>(availability, null);
        }
        return parser.apply(value).map(Observed::of).orElseGet(Observed::unreadable);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Observed<?> that
                && availability == that.availability
                && (value == null ? that.value == null : value.equals(that.value));
    }

    @Override
    public int hashCode() {
        return value == null ? availability.hashCode() : value.hashCode();
    }

    @Override
    public String toString() {
        return isKnown() ? value.toString() : availability.toString();
    }
}
