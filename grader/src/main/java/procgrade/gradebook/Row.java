package procgrade.gradebook;

import java.time.Duration;
import java.util.List;
import procgrade.collect.Person;

/**
 * The result of one submission, a line of the gradebook.
 *
 * @param key of the hand-in
 * @param people who handed it in; possibly none if it was refused
 * @param late whether it came late
 * @param state whether it was graded
 * @param program the program, such as {@code PiMw}; empty if none was found
 * @param language {@code java}, {@code python} or empty
 * @param marks of all checks, in the order of the rubric; none unless it was graded
 * @param problem why it was not graded, a line; otherwise empty
 * @param seed of its inputs
 * @param took time of grading
 * @param notices what a reader should know, a line each
 */
public record Row(
        String key,
        List<Person> people,
        boolean late,
        State state,
        String program,
        String language,
        List<Mark> marks,
        String problem,
        long seed,
        Duration took,
        List<String> notices) {
    /** What may have become of a hand-in. */
    public enum State {
        /** Its checks were tried, or it could not be built, which is a result as well. */
        GRADED,
        /** It could not be read: the student's affair, 0 points. */
        REFUSED,
        /** The grader failed: nobody's points are decided. */
        GRADER_ERROR
    }

    /** Copies the lists. */
    public Row {
        people = List.copyOf(people);
        marks = List.copyOf(marks);
        notices = List.copyOf(notices);
    }

    /** {@return the points earned} */
    public double earned() {
        return marks.stream().mapToDouble(Mark::earned).sum();
    }

    /** {@return the points that could be judged} */
    public double countable() {
        return marks.stream().mapToDouble(Mark::countable).sum();
    }

    /** {@return the names of all who handed it in, with commas between them; the key if they are not known} */
    public String title() {
        return people.isEmpty()
                ? key
                : String.join(", ", people.stream().map(Person::name).toList());
    }
}
