package procgrade.collect;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes folders and metadata as an export of Gradescope has them. */
public final class GradescopeExport {
    private static final String FOLDER = "assignment_7_export/";

    private final Export files = new Export();
    private final StringBuilder metadata = new StringBuilder("---\n");

    /** A submission of one or more people. */
    public GradescopeExport submission(int number, String createdAt, List<Person> people, String file, byte[] content) {
        mention(number, createdAt, people);
        files.file(FOLDER + "submission_" + number + "/" + file, content);
        return this;
    }

    /** The same with text. */
    public GradescopeExport submission(int number, String createdAt, List<Person> people, String file, String content) {
        return submission(number, createdAt, people, file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Metadata without a folder. */
    public GradescopeExport mention(int number, String createdAt, List<Person> people) {
        metadata.append("submission_").append(number).append(":\n  :submitters:\n");
        for (Person person : people) {
            metadata.append("  - :name: \"").append(person.name()).append("\"\n");
            metadata.append("    :sid: '").append(person.id()).append("'\n");
            metadata.append("    :email: ").append(person.email()).append('\n');
        }
        metadata.append("  :created_at: ").append(createdAt).append('\n');
        metadata.append("""
                  :score: 7.5
                  :status: processed
                  :results:
                    score: 7.5
                    tests:
                    - score: 1.0
                      name: ":submitters: [nobody]"
                      output: |
                        submission_99:
                          :submitters: []
                  :history:
                  - :created_at: 2020-01-01 00:00:00.000000000 Z
                    :score: !ruby/object:BigDecimal 18:0.1e1
                """);
        return this;
    }

    /** What was made so far. */
    public Export export() {
        return files.file(FOLDER + "submission_metadata.yml", metadata.toString());
    }
}
