package procgrade.collect;

import java.nio.file.Path;
import java.util.List;

/**
 * What one student or group handed in last.
 *
 * @param key unique in the class, safe as a file name: of {@code [a-z0-9._-]}, 1 to 80 of them, beginning with a letter
 *     or digit; the same each time the same source is collected
 * @param people who handed it in; at least one
 * @param late whether the source marks it as late
 * @param origin folder, file or archive with the submission, for {@link procgrade.submission.SubmissionReader}; if the
 *     class came in an archive, it is there after {@link Unpacking#unpack}
 * @param fingerprint of the content as it was handed in, 64 hexadecimal digits: another for any other content
 * @param notices what looks odd about it, a line each
 */
public record HandIn(
        String key, List<Person> people, boolean late, Path origin, String fingerprint, List<String> notices) {
    /** Copies the lists. */
    public HandIn {
        people = List.copyOf(people);
        notices = List.copyOf(notices);
        if (people.isEmpty()) {
            throw new IllegalArgumentException("nobody handed in " + key);
        }
    }

    /** {@return the names of all who handed it in, with commas between them} */
    public String title() {
        return String.join(", ", people.stream().map(Person::name).toList());
    }
}
