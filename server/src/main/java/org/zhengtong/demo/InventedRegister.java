package org.zhengtong.demo;

import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.filing.SharedRegister;

/** The register of the insured of the invented city: everybody works somewhere, always at the same firm. */
@Component
@Profile({"demo", "test"})
class InventedRegister implements SharedRegister {
    @Override
    public String name() {
        return "社会保险参保登记";
    }

    @Override
    public String department() {
        return "云溪市人力资源和社会保障局";
    }

    @Override
    public boolean isDemonstration() {
        return true;
    }

    @Override
    public Map<String, String> about(Party applicant) {
        return applicant instanceof Party.Person
                ? Map.of(
                        "参保单位",
                        new Inventions(new SplittableRandom(applicant.id().getLeastSignificantBits())).firm())
                : Map.of();
    }
}
