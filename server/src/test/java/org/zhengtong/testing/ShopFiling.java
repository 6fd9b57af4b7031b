package org.zhengtong.testing;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.AnswerSamples;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.testing.People.Someone;

/** Files for a shop (个体工商户) online, complete or with materials promised, and asks for its correction. */
public final class ShopFiling {
    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    private final Catalogue catalogue;
    private final Filing filing;
    private final Cases cases;
    private final CaseDesk desk;

    ShopFiling(Catalogue catalogue, Filing filing, Cases cases, CaseDesk desk) {
        this.catalogue = catalogue;
        this.filing = filing;
        this.cases = cases;
        this.desk = desk;
    }

    /** @param complete whether everything is there; otherwise all materials are promised */
    public CaseId filed(Someone citizen, boolean complete) throws FileRefused {
        ServiceItem item = item();
        SignedIn me = new SignedIn(new UUID(1, 1), citizen.id(), "", Optional.empty());
        UUID paper = filing.keep(me, new ByteArrayInputStream(PHOTO), "材料.png").id();
        Map<String, String> answers = new HashMap<>(new AnswerSamples(new Random(7)).right(item.form()));
        answers.put("form", item.form().field("form").orElseThrow().options().getFirst());
        Map<String, String> situations = item.situations().stream()
                .collect(Collectors.toMap(
                        one -> one.id(), one -> one.answers().getFirst().id()));
        List<HandedIn> materials = item.materialsFor(situations).stream()
                .<HandedIn>map(material -> material.generated()
                        ? new HandedIn.Generated(material.id())
                        : complete ? new HandedIn.Uploaded(material.id(), paper) : new HandedIn.Promised(material.id()))
                .toList();
        FilingOrder order = new FilingOrder(
                UUID.randomUUID(),
                item,
                new Party.Person(citizen.id()),
                citizen.id(),
                situations,
                answers,
                materials,
                Channel.WEB);
        return cases.file(order).id();
    }

    /** Asked to correct an answer and a material. */
    public CaseFile asked(CaseId id, StaffMember clerk) {
        CaseFile file = desk.open(id, clerk);
        String material = item().materials().stream()
                .map(one -> one.id())
                .filter(one -> file.materials().stream()
                        .anyMatch(given -> given instanceof HandedIn.Uploaded
                                && given.material().equals(one)))
                .findFirst()
                .orElseThrow();
        List<Finding> findings = List.of(
                new Finding(Finding.Kind.FIELD, "form", "组成形式", "写错了", "请改正"),
                new Finding(Finding.Kind.MATERIAL, material, "材料", "看不清", "请重新拍照"));
        desk.act(id, clerk, OptionalLong.empty(), new CaseCommand.RequestCorrection(findings));
        return desk.open(id, clerk);
    }

    /** Another answer than the one that is to be corrected. */
    public String other(CaseFile file) {
        return item().form().field("form").orElseThrow().options().stream()
                .filter(option -> !option.equals(file.answers().get("form")))
                .findFirst()
                .orElseThrow();
    }

    private ServiceItem item() {
        return catalogue.items().stream()
                .filter(item -> item.name().contains("个体工商户设立登记"))
                .filter(item -> item.bodyName().equals("云溪市市场监督管理局"))
                .findFirst()
                .orElseThrow();
    }
}
