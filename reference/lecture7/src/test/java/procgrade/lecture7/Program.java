package procgrade.lecture7;

import java.nio.file.Path;

/** The programs of the lecture, with the names of both languages. */
enum Program {
    RUN_FUNCTION_PROCESS("RunFunctionProcess", "RunFunctionProcess"),
    RUN_FUNCTION_PROCESS_W_ARGS("RunFunctionProcessWArgs", "RunFunctionProcessWArgs"),
    VARIABLES_PROCESS("VariablesProcess", "variables_process"),
    VARIABLES_THREAD("VariablesThread", "variables_thread"),
    IO_WITH_PROCESSES("IoWithProcesses", "iowithprocesses"),
    CPU_WITH_PROCESSES("CpuWithProcesses", "cpuwithprocesses"),
    MQUEUE("Mqueue", "mqueue"),
    MESSAGE_QUEUE("MessageQueue", "message_queue"),
    MESSAGE_QUEUE2("MessageQueue2", "message_queue2"),
    MESSAGE_QUEUE_LIMIT("MessageQueueLimit", "message_queue_limit"),
    PI("Pi", "pi"),
    PI_MW("PiMw", "pi_mw"),
    PRIMES("Primes", "primes"),
    PRIMES_MW_SORT("PrimesMwSort", "primes_mw_sort");

    private final String javaName;
    private final String pythonName;

    Program(String javaName, String pythonName) {
        this.javaName = javaName;
        this.pythonName = pythonName;
    }

    /** What comes after {@code ./procgrade} to run the program. */
    String command(Language language) {
        return language == Language.JAVA ? "run " + javaName : "run --python " + pythonName;
    }

    String javaClass() {
        return "procgrade.lecture7." + javaName;
    }

    Path source(Language language) {
        return language == Language.JAVA
                ? Path.of("src/main/java/procgrade/lecture7", javaName + ".java")
                : Path.of("python", pythonName + ".py");
    }
}
