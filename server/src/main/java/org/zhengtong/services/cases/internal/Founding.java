package org.zhengtong.services.cases.internal;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.catalogue.ServiceItem;

/** A firm comes into being with the grant of its registration: it gets its code, and the applicant as agent. */
@Component
class Founding {
    private static final String ORGANISATION_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Identity identity;
    private final Organisation organisation;
    private final Regions regions;
    private final RandomGenerator random;

    Founding(Identity identity, Organisation organisation, Regions regions, RandomGenerator random) {
        this.regions = regions;
        this.identity = identity;
        this.organisation = organisation;
        this.random = random;
    }

    Party found(CaseFile file, ServiceItem item) {
        PersonProfile agent = identity.person(file.agent());
        Answers answers = new Answers(file, item, regions);
        FirmId firm = identity.add(new NewFirm(
                newCode(file, item),
                answers.labelled("企业名称", "字号名称", "名称").orElse(file.applicantName()),
                answers.labelled("法定代表人姓名", "法定代表人", "经营者姓名", "经营者", "负责人").orElse(agent.name()),
                answers.address("住所", "经营场所").or(() -> answers.labelled("网店地址")),
                Optional.of(agent.phone()),
                file.agent(),
                agent.synthetic()));
        return new Party.Firm(firm);
    }

    /** GB 32100: registering authority (9 工商), kind (1 enterprise, 2 individual business), division, body code, check. */
    private Uscc newCode(CaseFile file, ServiceItem item) {
        String division = organisation.bodies().stream()
                .filter(body -> body.uscc().value().equals(file.bodyUscc()))
                .map(Body::division)
                .findFirst()
                .orElse(file.bodyUscc().substring(2, 8));
        String kind = item.name().contains("个体工商户") ? "92" : "91";
        Uscc code;
        do {
            StringBuilder first = new StringBuilder(kind).append(division);
            for (int i = 0; i < 9; i++) {
                first.append(ORGANISATION_CODE.charAt(random.nextInt(ORGANISATION_CODE.length())));
            }
            code = new Uscc(first.toString() + Uscc.check(first.toString()));
        } while (identity.findFirm(code).isPresent());
        return code;
    }
}
