package procgrade.collect;

/** The forms in which the hand-ins of a class may come. */
public enum Layout {
    /** One folder, archive or file for each student, named after them. */
    FOLDER,
    /** What Canvas offers as "Download Submissions": flat, the names say whose each file is. */
    CANVAS,
    /** What Moodle offers as "Download all submissions". */
    MOODLE,
    /** What Gradescope exports: {@code submission_metadata.yml} and a folder for each submission. */
    GRADESCOPE,
    /** One clone of a Git repository for each student. */
    CLONES
}
