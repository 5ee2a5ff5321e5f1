import java.util.List;
import procgrade.rubric.Check;
import procgrade.rubric.Inputs;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;
import procgrade.rubric.Run;

@RubricFor("args")
class ArgsRubric {
    @Check(points = 8)
    void prints_the_three_lines(Program program, Inputs inputs) {
        check(program, inputs.word(6), inputs.between(3, 99_999));
    }

    @Check(points = 4, needs = "prints_the_three_lines", hidden = true)
    void takes_other_texts_and_numbers(Program program, Inputs inputs) {
        check(program, inputs.word(3) + " " + inputs.word(4), -1);
        check(program, "0", 0);
        check(program, "a  b ", 1_000_000_000);
        check(program, inputs.word(100), -1_000_000_000);
    }

    @Check(points = 5, needs = "prints_the_three_lines")
    void runs_the_task_in_a_child_process(Program program, Inputs inputs) {
        check(program, inputs.word(6), inputs.between(3, 99_999)).processes().workers(1);
    }

    @Check(points = 3, needs = "prints_the_three_lines")
    void every_process_ends_with_exit_code_0_and_none_is_left(Program program, Inputs inputs) {
        check(program, inputs.word(6), inputs.between(3, 99_999))
                .processes()
                .allExitWith(0)
                .noneLeft();
    }

    private static Run check(Program program, String text, int number) {
        List<String> expected = List.of("arg1= " + text, "arg2= " + number, "arg2 + 1 = " + (number + 1));
        return program.run(text, number).printsLines(expected.toArray(String[]::new));
    }
}
