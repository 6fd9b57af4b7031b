package org.zhengtong.ground.database.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.zhengtong.ground.database.DataFolderInUse;

/** One sentence and what to do, in place of a trace of calls. */
class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolderInUse> {
    @Override
    protected FailureAnalysis analyze(Throwable whole, DataFolderInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Stop that one first, or start this one with another --data folder.", cause);
    }
}
