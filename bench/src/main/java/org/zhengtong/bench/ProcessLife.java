package org.zhengtong.bench;

import java.util.Map;
import java.util.UUID;
import org.flowable.engine.ProcessEngine;
import org.flowable.task.api.Task;

/** Leads one process after the other through the life of a case; every call of the engine is a transaction, as at ours. */
record ProcessLife(ProcessEngine engine, Residents residents) implements Clients.Client {
    static final String OPINION = "材料齐全，符合法定条件，拟准予。";
    static final String APPLICANT = "applicant";
    private static final String PROCESS = "caseLife";

    @Override
    public void act() {
        Residents.Resident applicant = residents.next();
        String process = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        PROCESS,
                        UUID.randomUUID().toString(),
                        Map.of(
                                APPLICANT,
                                applicant.person(),
                                "item",
                                applicant.item(),
                                "application",
                                applicant.application()))
                .getId();
        complete(process, "clerk", Map.of("accepted", true));
        complete(process, "reviewer", Map.of("favourable", true, "opinion", OPINION));
        complete(process, "decider", Map.of("granted", true));
    }

    private void complete(String process, String who, Map<String, Object> said) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process)
                .singleResult();
        engine.getTaskService().claim(task.getId(), who);
        engine.getTaskService().complete(task.getId(), said);
    }
}
