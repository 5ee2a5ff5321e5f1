package procgrade.benchmarks;

import procgrade.conventions.ModuleConventions;

class BenchmarksConventionsTests extends ModuleConventions {}
