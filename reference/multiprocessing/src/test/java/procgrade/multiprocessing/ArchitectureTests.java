package procgrade.multiprocessing;

import procgrade.conventions.ModuleConventions;

class ArchitectureTests extends ModuleConventions {}
