package procgrade.collect;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import procgrade.submission.SubmissionFault;

/**
 * Who is in the course.
 *
 * @param people in the order of the file
 * @param notices what looks odd in the file, a line each
 */
public record Roster(List<Listed> people, List<String> notices) {
    /**
     * Somebody in the course.
     *
     * @param person name, the first of the ids, and email; empty what the file does not say, but not all of them
     * @param ids all by which a system may know them, logins included; without blanks, in small letters
     * @param line where they stand in the file, counted from 1
     */
    public record Listed(Person person, Set<String> ids, int line) {
        /** Copies the set. */
        public Listed {
            ids = Set.copyOf(ids);
        }
    }

    /** Copies the lists. */
    public Roster {
        people = List.copyOf(people);
        notices = List.copyOf(notices);
    }

    /**
     * Reads a table with a header line, such as a gradebook that Canvas, Moodle or Gradescope offer for download.
     *
     * <p>Of the columns count those for names ({@code Name}, {@code Full name}, {@code Student}, or {@code First name}
     * and {@code Last name}), ids ({@code ID}, {@code SID}, {@code SIS User ID}, {@code Student ID},
     * {@code Identifier}), addresses ({@code Email}) and logins ({@code Login}, {@code SIS Login ID},
     * {@code Username}), in capital or small letters, with blanks or {@code _} between the words.
     *
     * @param csv the file, with commas, semicolons or tabs; UTF-8, or else taken for Latin-1 with a notice
     * @return the people in it
     * @throws SubmissionFault if the file cannot be read, or says in some line nothing that is of use; with the number
     *     of the line
     */
    public static Roster read(Path csv) {
        return new RosterReader(csv).read();
    }
}
