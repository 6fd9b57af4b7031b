package org.zhengtong.services.window.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.cases.JointFile;
import org.zhengtong.services.filing.WindowFiling.Attended;

/**
 * What is filled in or filed in a visit.
 *
 * @param joint the one thing it became
 */
public record MatterView(Attended draft, Optional<JointFile> joint) {

    public boolean isFiled() {
        return draft.filed().isPresent();
    }

    /** @param visit address of the visit */
    public String address(String visit) {
        return draft.filed()
                .map(filed -> draft.joint()
                        ? visit + "/joint/" + filed.value()
                        : visit + "/cases/" + filed.value() + "/receipt")
                .orElse(draft.path());
    }

    public List<JointFile.Part> parts() {
        return joint.map(JointFile::parts).orElse(List.of());
    }
}
