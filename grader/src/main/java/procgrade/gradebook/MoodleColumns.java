package procgrade.gradebook;

import java.util.List;
import java.util.Set;
import procgrade.text.Visible;

/**
 * Which column of a grading worksheet is what, counted from 0.
 *
 * @param identifier of the participant
 * @param name of the participant; -1 if the worksheet does not tell
 * @param grade to be filled
 * @param gradeTitle its title, fit for a message
 * @param maximum of the grade
 * @param changeable whether the grade can be changed; -1 if the worksheet does not tell
 * @param comment to be filled; -1 if there is none
 */
record MoodleColumns(int identifier, int name, int grade, String gradeTitle, int maximum, int changeable, int comment) {
    private static final Set<String> IDENTIFIERS =
            Set.of("Identifier", "ID", "Identifiant", "Identificador", "Identificativo");
    private static final Set<String> NAMES =
            Set.of("Full name", "Vollst\u00e4ndiger Name", "Nom complet", "Nombre completo", "Nome completo");
    private static final Set<String> GRADES = Set.of("Grade", "Bewertung", "Note", "Calificaci\u00f3n", "Valutazione");
    private static final Set<String> MAXIMA = Set.of(
            "Maximum Grade",
            "Maximum grade",
            "Bestwertung",
            "Note maximale",
            "Calificaci\u00f3n m\u00e1xima",
            "Valutazione massima");
    private static final Set<String> CHANGEABLES = Set.of(
            "Grade can be changed",
            "Bewertung kann ge\u00e4ndert werden",
            "La note peut \u00eatre modifi\u00e9e",
            "La calificaci\u00f3n puede ser cambiada",
            "La valutazione pu\u00f2 essere cambiata");
    private static final Set<String> COMMENTS = Set.of(
            "Feedback comments",
            "Feedback als Kommentar",
            "Feedback par commentaires",
            "Comentarios de retroalimentaci\u00f3n");

    static MoodleColumns of(String file, MoodleStructure structure, MoodleWorksheet.Columns chosen) {
        List<String> header = structure.header().stream().map(String::strip).toList();
        int grade = chosen.grade().isEmpty() ? grade(header, structure) : chosen(file, header, chosen.grade());
        if (grade < 0) {
            throw new GradebookFault(file + " is no grading worksheet of Moodle, or in a language that is not known; "
                    + "choose the column of the grades with --column");
        }
        int maximum = maximum(header, structure, grade);
        if (maximum < 0) {
            throw new GradebookFault(
                    file + " has no column with the maximum grade, so the assignment has a scale or none;"
                            + " set its type of grade to points in Moodle");
        }
        int comment = chosen.comment().isEmpty() ? comment(header, maximum) : chosen(file, header, chosen.comment());
        if (comment == grade) {
            throw new GradebookFault("column '" + Visible.line(header.get(grade)) + "' of " + file
                    + " cannot take both grades and comments; name the column of the grades with --column");
        }
        int changeable = first(header, CHANGEABLES);
        return new MoodleColumns(
                Math.max(0, first(header, IDENTIFIERS)),
                name(header, grade),
                grade,
                Visible.line(header.get(grade)),
                maximum,
                changeable < 0 && maximum + 1 < header.size() ? maximum + 1 : changeable,
                comment);
    }

    private static int chosen(String file, List<String> header, String title) {
        int found = header.indexOf(title.strip());
        if (found < 0) {
            throw new GradebookFault(file + " has no column '" + Visible.line(title) + "'; choose one of "
                    + Visible.line(String.join(", ", header)));
        }
        return found;
    }

    /** By its title, or as the second before that which says whether it can be changed, or before its maximum. */
    private static int grade(List<String> header, MoodleStructure structure) {
        if (header.size() < 3) {
            return -1;
        }
        int titled = first(header, GRADES);
        int changeable = first(header, CHANGEABLES);
        if (titled >= 0 && first(header, IDENTIFIERS) >= 0) {
            return titled;
        }
        return changeable >= 2 ? changeable - 2 : Math.max(-1, structure.maximum() - 1);
    }

    private static int maximum(List<String> header, MoodleStructure structure, int grade) {
        int titled = first(header, MAXIMA);
        return titled < 0 && structure.maximum() == grade + 1 ? grade + 1 : titled;
    }

    private static int name(List<String> header, int grade) {
        int titled = first(header, NAMES);
        // blind worksheets have no name: there the status follows the identifier, and then the grade
        return titled < 0 && grade > 2 ? 1 : titled;
    }

    /** The last one, unless it is the time of the last change, which has something in parentheses. */
    private static int comment(List<String> header, int maximum) {
        int titled = first(header, COMMENTS);
        int last = header.size() - 1;
        return titled < 0 && last > maximum + 2 && !header.get(last).endsWith(")") ? last : titled;
    }

    private static int first(List<String> header, Set<String> titles) {
        for (int i = 0; i < header.size(); i++) {
            if (titles.contains(header.get(i))) {
                return i;
            }
        }
        return -1;
    }

    static String cell(List<String> cells, int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
}
