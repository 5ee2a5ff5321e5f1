package procgrade.lecture7;

import procgrade.conventions.ModuleConventions;

class Lecture7ConventionsTests extends ModuleConventions {}
