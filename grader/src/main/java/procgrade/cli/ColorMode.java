package procgrade.cli;

import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** When to colour the output: the values of {@code --color}. Words carry the meaning, colour only repeats it. */
enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    /**
     * Decides. By itself only a terminal that can do it gets colour, and nobody who has set {@code NO_COLOR} (see
     * no-color.org) to anything but the empty string.
     */
    boolean colors(Map<String, String> environment, boolean terminal) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> terminal && environment.getOrDefault("NO_COLOR", "").isEmpty() && canControl(environment);
        };
    }

    /** Whether the terminal understands control sequences. */
    static boolean canControl(Map<String, String> environment) {
        return !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** Reads the value of {@code --color}. */
    static final class Converter implements ITypeConverter<ColorMode> {
        /** {@inheritDoc} */
        @Override
        public ColorMode convert(String text) {
            return switch (text) {
                case "auto" -> AUTO;
                case "always" -> ALWAYS;
                case "never" -> NEVER;
                default ->
                    throw new TypeConversionException(
                            "unknown value '" + text + "' of --color: expected auto, always or never");
            };
        }
    }
}
