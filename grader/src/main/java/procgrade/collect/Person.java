package procgrade.collect;

/**
 * A student, as far as the source tells. Nothing is null; what is not known is empty.
 *
 * @param name as people write it, in any alphabet
 * @param id by which the system knows them: Canvas user, Moodle participant, SIS or roster id
 * @param email address
 */
public record Person(String name, String id, String email) {
    /**
     * Somebody of whom no more than a name is known.
     *
     * @param name as people write it
     * @return the person
     */
    public static Person named(String name) {
        return new Person(name, "", "");
    }

    /**
     * Whether a name is this person's, in whatever spelling: {@code Lovelace, Ada} is also {@code ada lovelace} and, as
     * Canvas has it, {@code lovelaceada}.
     *
     * @param other the name
     * @return whether it is
     */
    public boolean isCalled(String other) {
        return RosterMatch.areOne(name, other);
    }
}
