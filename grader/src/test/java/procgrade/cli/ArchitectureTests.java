package procgrade.cli;

import procgrade.conventions.ModuleConventions;

class ArchitectureTests extends ModuleConventions {}
