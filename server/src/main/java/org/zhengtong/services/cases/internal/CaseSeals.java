package org.zhengtong.services.cases.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.services.cases.CaseCommand.Ground;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.StepKind;
import tools.jackson.databind.json.JsonMapper;

/** What people wrote into a case, sealed before it reaches the database and bound to its row. */
@Component
class CaseSeals {
    private final FieldCipher cipher;
    private final JsonMapper json;

    CaseSeals(FieldCipher cipher, JsonMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    /** Situations, answers and materials. */
    record Content(Map<String, String> situations, Map<String, String> answers, List<Entry> materials) {
        static Content of(FilingOrder order) {
            return new Content(
                    order.situations(),
                    order.answers(),
                    order.materials().stream().map(Entry::of).toList());
        }

        List<HandedIn> handedIn() {
            return materials.stream().<HandedIn>map(Entry::handedIn).toList();
        }
    }

    /** A material handed in, flat. */
    record Entry(Way way, String material, Optional<UUID> id) {
        enum Way {
            UPLOADED,
            LICENCE,
            GENERATED,
            PROMISED
        }

        static Entry of(HandedIn material) {
            return switch (material) {
                case HandedIn.Uploaded(String name, UUID file) -> new Entry(Way.UPLOADED, name, Optional.of(file));
                case HandedIn.ByLicence(String name, UUID licence) ->
                    new Entry(Way.LICENCE, name, Optional.of(licence));
                case HandedIn.Generated(String name) -> new Entry(Way.GENERATED, name, Optional.empty());
                case HandedIn.Promised(String name) -> new Entry(Way.PROMISED, name, Optional.empty());
            };
        }

        HandedIn handedIn() {
            return switch (way) {
                case UPLOADED -> new HandedIn.Uploaded(material, id.orElseThrow());
                case LICENCE -> new HandedIn.ByLicence(material, id.orElseThrow());
                case GENERATED -> new HandedIn.Generated(material);
                case PROMISED -> new HandedIn.Promised(material);
            };
        }
    }

    /** What was said with a step. */
    record Detail(
            String actorName,
            String words,
            List<Finding> findings,
            Optional<Ground> ground,
            Optional<String> competentBody,
            Map<String, String> facts) {
        /** Steps written before there were facts have none. */
        Detail {
            facts = Map.copyOf(Objects.requireNonNullElse(facts, Map.of()));
        }

        static Detail plain(String actorName) {
            return worded(actorName, "");
        }

        static Detail worded(String actorName, String words) {
            return new Detail(actorName, words, List.of(), Optional.empty(), Optional.empty(), Map.of());
        }

        Detail with(Map<String, String> more) {
            return new Detail(actorName, words, findings, ground, competentBody, more);
        }

        CaseStep step(int number, Instant at, StepKind kind, String actor, Optional<String> document) {
            return new CaseStep(
                    number, at, kind, actor, actorName, words, findings, ground, competentBody, facts, document);
        }
    }

    byte[] seal(UUID caseId, Content content) {
        return cipher.seal(json.writeValueAsBytes(content), "cases.case_file.content:" + caseId);
    }

    Content content(UUID caseId, byte[] sealed) {
        return json.readValue(cipher.open(sealed, "cases.case_file.content:" + caseId), Content.class);
    }

    byte[] sealPart(UUID joint, int position, JointStore.Content content) {
        return cipher.seal(json.writeValueAsBytes(content), "cases.joint_part.content:" + joint + "/" + position);
    }

    JointStore.Content part(UUID joint, int position, byte[] sealed) {
        return json.readValue(
                cipher.open(sealed, "cases.joint_part.content:" + joint + "/" + position), JointStore.Content.class);
    }

    byte[] sealReason(UUID joint, String words) {
        return cipher.seal(words, "cases.joint_case.extension_words:" + joint);
    }

    String reason(UUID joint, byte[] sealed) {
        return cipher.openText(sealed, "cases.joint_case.extension_words:" + joint);
    }

    byte[] sealName(UUID caseId, String name) {
        return cipher.seal(name, "cases.case_file.applicant_name:" + caseId);
    }

    String name(UUID caseId, byte[] sealed) {
        return new String(cipher.open(sealed, "cases.case_file.applicant_name:" + caseId), StandardCharsets.UTF_8);
    }

    byte[] seal(UUID caseId, int step, Detail detail) {
        return cipher.seal(json.writeValueAsBytes(detail), "cases.step.detail:" + caseId + "/" + step);
    }

    Detail detail(UUID caseId, int step, byte[] sealed) {
        return json.readValue(cipher.open(sealed, "cases.step.detail:" + caseId + "/" + step), Detail.class);
    }
}
