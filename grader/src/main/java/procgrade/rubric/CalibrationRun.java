package procgrade.rubric;

import java.util.Optional;
import procgrade.measure.Calibration;
import procgrade.observe.MachineUse;

/**
 * A calibration of the machine, and what else the machine did meanwhile.
 *
 * @param calibration the times
 * @param machine where its processor time went; empty where the kernel does not tell
 */
public record CalibrationRun(Calibration calibration, Optional<MachineUse> machine) {}
