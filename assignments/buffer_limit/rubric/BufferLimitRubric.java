import static procgrade.rubric.Expectations.lines;
import static procgrade.rubric.Expectations.linesInAnyOrder;

import java.util.List;
import procgrade.rubric.Check;
import procgrade.rubric.Inputs;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;
import procgrade.rubric.Run;

@RubricFor("buffer_limit")
class BufferLimitRubric {
    private static final int SMALLEST_BUFFER = 4096;

    @Check(points = 7)
    void prints_the_lines_for_a_few_items(Program program, Inputs inputs) {
        checkBothFaces(program, inputs.between(3, 10), inputs.between(5, 50));
    }

    @Check(points = 8, needs = "prints_the_lines_for_a_few_items")
    void ends_when_the_items_are_far_beyond_the_buffer(Program program, Inputs inputs) {
        checkBothFaces(program, inputs.between(300, 500), 1000);
    }

    @Check(
            points = 6,
            needs = "prints_the_lines_for_a_few_items",
            sentence = "ends when the buffer is smaller than 64 KiB, too")
    void ends_when_the_buffer_is_smaller_than_64_KiB(Program program, Inputs inputs) {
        checkBothFaces(program.withPipesOf(SMALLEST_BUFFER), inputs.between(15, 30), 1000);
    }

    @Check(points = 5, needs = "prints_the_lines_for_a_few_items", hidden = true)
    void is_right_at_the_edges(Program program, Inputs inputs) {
        checkBothFaces(program, 0, 10);
        checkBothFaces(program, 5, 0);
        // one item that is larger than the buffer
        checkBothFaces(program, 1, inputs.between(200_000, 1_000_000));
    }

    @Check(points = 6, needs = "prints_the_lines_for_a_few_items")
    void writer_and_reader_are_two_processes_at_the_same_time(Program program, Inputs inputs) {
        // so much that the two are there for a while
        int items = program.inJava(2_000).inPython(30_000);
        check(program, "simple", inputs.between(items, items + items / 10), 1000)
                .processes()
                .workers(2)
                .atLeastAtOnce(2);
    }

    @Check(points = 3, needs = "prints_the_lines_for_a_few_items")
    void every_process_ends_with_exit_code_0_and_none_is_left(Program program, Inputs inputs) {
        check(program, "simple", inputs.between(3, 6), inputs.between(5, 15))
                .processes()
                .allExitWith(0)
                .noneLeft();
    }

    private static void checkBothFaces(Program program, int items, int letters) {
        for (String face : List.of("simple", "queue")) {
            check(program, face, items, letters);
        }
    }

    private static Run check(Program program, String face, int items, int letters) {
        return program.run(face, items, letters)
                .prints(linesInAnyOrder(List.of(
                                "the writer has put " + items + " items",
                                "the reader got " + items + " items, " + (long) items * letters + " letters"))
                        .then(lines("the writer ended with exit code 0", "the reader ended with exit code 0")));
    }
}
