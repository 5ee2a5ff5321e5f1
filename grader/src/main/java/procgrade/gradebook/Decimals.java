package procgrade.gradebook;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in the cells of a downloaded gradebook: some are written with a comma. */
final class Decimals {
    private static final Pattern POINT = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]+,[0-9]+");

    private boolean comma;

    /** Takes note of how a cell is written. */
    void see(String cell) {
        comma |= COMMA.matcher(cell.strip()).matches();
    }

    /** As the gradebook writes numbers. */
    String written(BigDecimal number) {
        String text = number.toPlainString();
        return comma ? text.replace('.', ',') : text;
    }

    static Optional<BigDecimal> parse(String cell) {
        String text = cell.strip();
        if (POINT.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        return COMMA.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }
}
