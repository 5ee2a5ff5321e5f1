package procgrade.observe;

/**
 * How the arguments of a system call tell whether it ends by itself after some time.
 *
 * @param form where the limit is
 * @param argument which argument holds it, from 0; -1 if none does
 */
record TimeLimit(Form form, int argument) {
    enum Form {
        NEVER,
        ALWAYS,
        /** Pointer to a time; no limit if null. */
        POINTER,
        /** Milliseconds as a C {@code int}; no limit if negative. */
        MILLISECONDS
    }

    static final TimeLimit NEVER = new TimeLimit(Form.NEVER, -1);
    static final TimeLimit ALWAYS = new TimeLimit(Form.ALWAYS, -1);

    static TimeLimit pointer(int argument) {
        return new TimeLimit(Form.POINTER, argument);
    }

    static TimeLimit milliseconds(int argument) {
        return new TimeLimit(Form.MILLISECONDS, argument);
    }

    boolean isSetIn(KernelCall call) {
        return switch (form) {
            case NEVER -> false;
            case ALWAYS -> true;
            case POINTER -> call.argument(argument) != 0;
            // the upper half of the register is undefined for an int
            case MILLISECONDS -> (int) call.argument(argument) >= 0;
        };
    }
}
