package procgrade.conventions;

class ArchitectureTests extends ModuleConventions {}
