import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;

/** A program as students write their first one: no package, a global list, a target beside main. */
@SuppressWarnings("DefaultPackage")
class ProgramWithoutPackage {
    private static final List<Integer> NUMBERS = new ArrayList<>();

    public static void main(String[] arguments) {
        NUMBERS.add(7);
        new Process(ProgramWithoutPackage::work).start().join();
        System.out.println("parent has " + NUMBERS);
    }

    private static void work() {
        System.out.println("child has " + NUMBERS.get(0) + " of " + NUMBERS);
        NUMBERS.add(8);
    }
}
