package procgrade.engine;

import java.nio.file.Path;
import procgrade.measure.Calibration;
import procgrade.rubric.CalibrationRun;

/** Stores what a check was told about the cores of the machine. */
final class CalibrationFile {
    private static final String KIND = "calibration";

    private CalibrationFile() {}

    static void write(CalibrationRun run, Path file) {
        RecordWriter.writeOfRun(file, KIND, record -> {
            record.number("processes", run.calibration().processes());
            record.seconds("aloneSeconds", run.calibration().alone());
            record.seconds("togetherSeconds", run.calibration().together());
            record.optional("machine", run.machine(), (name, machine) -> EvidenceWriter.machine(record, name, machine));
        });
    }

    /**
     * Reads it again.
     *
     * @throws EvidenceFault if there is none, or it is damaged
     */
    static CalibrationRun read(Path file) {
        RecordReader record = RecordReader.open(file, KIND);
        Calibration calibration = record.checked(() -> new Calibration(
                record.at("processes").count(),
                record.at("aloneSeconds").seconds(),
                record.at("togetherSeconds").seconds()));
        return new CalibrationRun(calibration, record.at("machine").optional(EvidenceReader::machine));
    }
}
