package procgrade.benchmarks;

import java.util.List;

/**
 * What one benchmark found.
 *
 * @param benchmark its name
 * @param title what it measures, in a line
 * @param notes sizes and rules that one must know to read the rows
 * @param rows the figures
 */
record Section(String benchmark, String title, List<String> notes, List<Row> rows) {}
