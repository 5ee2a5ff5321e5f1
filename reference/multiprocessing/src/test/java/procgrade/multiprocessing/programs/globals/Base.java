package procgrade.multiprocessing.programs.globals;

import java.util.ArrayList;
import java.util.List;

/** The superclass of a program. */
class Base {
    static int inherited = 1;
    static final List<String> INHERITED = new ArrayList<>(List.of("initial"));
}
