import java.util.function.LongUnaryOperator;

/**
 * Has everything compiled before it runs, and waits for the compiler.
 *
 * pattern: start and shutdown
 * expect: lives
 * options: -Xcomp -Xbatch
 */
class CompilesMuch {
    public static void main(String[] args) {
        LongUnaryOperator step = n -> n * 31 + 7;
        long sum = 1;
        for (int i = 0; i < 1000; i++) {
            sum = step.applyAsLong(sum);
        }
        System.out.println(String.format("%d %s", sum, java.time.LocalDate.EPOCH));
    }
}
