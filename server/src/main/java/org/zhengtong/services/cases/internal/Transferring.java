package org.zhengtong.services.cases.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;

/** Hands a filing to the body that is competent for the same item, where it is filed with all that was handed in. */
@Component
class Transferring {
    private final Catalogue catalogue;
    private final Filings filings;
    private final JointStore joint;

    Transferring(Catalogue catalogue, Filings filings, JointStore joint) {
        this.joint = joint;
        this.catalogue = catalogue;
        this.filings = filings;
    }

    /** The entries other bodies have of the same base item. */
    List<ServiceItem> elsewhere(CaseFile file) {
        String baseCode = catalogue.item(file.item(), file.itemVersion()).baseCode();
        return catalogue.entriesOf(baseCode).stream()
                .filter(item -> item.canBeFiled() && !item.bodyUscc().equals(file.bodyUscc()))
                .toList();
    }

    /** @return the command with the case it goes on as, which is filed */
    CaseCommand.Transfer filed(CaseFile file, CaseCommand.Transfer command, Instant at) {
        ServiceItem item = elsewhere(file).stream()
                .filter(one -> one.code().value().equals(command.to().item()))
                .findFirst()
                .orElseThrow(() -> new Problem(422, "cases.competent-body-missing"));
        FilingOrder order = new FilingOrder(
                UUID.nameUUIDFromBytes(("transfer of " + file.id().value()).getBytes(StandardCharsets.UTF_8)),
                item,
                file.applicant(),
                file.agent(),
                file.situations(),
                file.answers(),
                file.materials(),
                file.channel());
        Receipt receipt = filings.goOn(order, file.applicantName(), CaseReplay.predecessor(file), file.joint(), at);
        file.joint().ifPresent(whole -> joint.handedOver(whole, file.id(), receipt.id(), item));
        return new CaseCommand.Transfer(
                new CaseCommand.Successor(
                        item.code().value(),
                        item.bodyName(),
                        receipt.id().value().toString(),
                        receipt.receiptNumber()),
                command.reason());
    }
}
