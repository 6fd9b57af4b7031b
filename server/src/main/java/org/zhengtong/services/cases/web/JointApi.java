package org.zhengtong.services.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointFile;

/** One thing as a whole, for programs. It is filed as a draft of its bundle. */
@Tag(name = "Cases")
@RestController
@RequestMapping("/api/v1/joint-cases")
class JointApi {
    private final JointCases joint;

    JointApi(JointCases joint) {
        this.joint = joint;
    }

    record JointList(List<JointAnswer> cases) {}

    record JointAnswer(
            UUID id,
            String receiptNumber,
            String bundle,
            String name,
            String leadBody,
            String leadBodyName,
            String applicantName,
            Instant filedAt,
            Optional<LocalDate> due,
            boolean closed,
            List<JointPart> parts) {
        static JointAnswer of(JointFile file) {
            return new JointAnswer(
                    file.id(),
                    file.receiptNumber(),
                    file.bundle(),
                    file.name(),
                    file.leadBody(),
                    file.leadBodyName(),
                    file.applicantName(),
                    file.filedAt(),
                    file.due(),
                    file.isClosed(),
                    file.parts().stream().map(JointPart::of).toList());
        }
    }

    /** @param caseId absent until it can begin */
    record JointPart(
            String item,
            String itemName,
            String body,
            String bodyName,
            JointFile.Stage stage,
            List<String> waitsFor,
            Optional<UUID> caseId,
            Optional<String> receiptNumber) {
        static JointPart of(JointFile.Part part) {
            return new JointPart(
                    part.item().value(),
                    part.itemName(),
                    part.bodyUscc(),
                    part.bodyName(),
                    part.stage(),
                    part.waitsFor().stream().map(Object::toString).sorted().toList(),
                    part.filed().map(filed -> filed.id().value()),
                    part.filed().map(JointFile.Filed::receiptNumber));
        }
    }

    @Operation(summary = "The caller's things filed as a whole, newest first")
    @GetMapping
    JointList list(SignedIn me) {
        return new JointList(joint.of(me.person()).stream().map(JointAnswer::of).toList());
    }

    @Operation(summary = "One thing with how far each of its parts is")
    @GetMapping("/{id}")
    JointAnswer one(SignedIn me, @PathVariable UUID id) {
        return JointAnswer.of(joint.open(id, me.person()));
    }
}
