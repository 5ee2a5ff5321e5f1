package procgrade.corpus;

import procgrade.conventions.ModuleConventions;

class CorpusConventionsTests extends ModuleConventions {}
