import static procgrade.rubric.Expectations.interleaved;
import static procgrade.rubric.Expectations.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import procgrade.judge.OutputExpectation;
import procgrade.rubric.Check;
import procgrade.rubric.Inputs;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;
import procgrade.rubric.Run;

@RubricFor("queue")
class MessageQueuesRubric {
    @Check(points = 10)
    void prints_all_lines_in_their_order(Program program, Inputs inputs) {
        check(program, inputs.between(2, 3), inputs.between(3, 7));
    }

    @Check(points = 6, needs = "prints_all_lines_in_their_order")
    void loses_no_message_among_many(Program program, Inputs inputs) {
        check(program, 2, inputs.between(900, 1000));
        check(program.withPipesOf(4096), 2, inputs.between(300, 400));
    }

    @Check(points = 5, needs = "prints_all_lines_in_their_order", hidden = true)
    void is_right_at_the_edges(Program program) {
        check(program, 1, 0);
        check(program, 3, 0);
        check(program, 1, 1);
        check(program, 5, 1);
    }

    @Check(points = 5, needs = "prints_all_lines_in_their_order")
    void each_reader_is_a_process(Program program, Inputs inputs) {
        int readers = inputs.between(3, 4);
        check(program, readers, inputs.between(2, 5)).processes().workers(readers);
    }

    @Check(points = 4, needs = "prints_all_lines_in_their_order")
    void every_process_ends_with_exit_code_0_and_none_is_left(Program program, Inputs inputs) {
        check(program, 2, inputs.between(2, 5)).processes().allExitWith(0).noneLeft();
    }

    private static Run check(Program program, int readers, int messages) {
        OutputExpectation expected = lines(forEach(readers, r -> "queue " + r + ": " + messages + " items"))
                .then(interleaved(forEach(readers, r -> reader(r, messages))))
                .then(lines(forEach(readers, r -> "queue " + r + ": empty")));
        return program.run(readers, messages).prints(expected);
    }

    private static List<String> reader(int r, int messages) {
        List<String> expected =
                new ArrayList<>(forEach(messages, m -> "reader " + r + " got message " + m + " for reader " + r));
        expected.add("reader " + r + " got " + messages + " messages");
        return expected;
    }

    private static <T> List<T> forEach(int count, IntFunction<T> function) {
        return IntStream.rangeClosed(1, count).mapToObj(function).toList();
    }
}
