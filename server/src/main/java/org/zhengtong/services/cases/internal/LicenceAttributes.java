package org.zhengtong.services.cases.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.catalogue.ServiceItem;

/** What a licence states, by the names printed on it: from the answers, the register of the holder, and the item. */
@Component
@Lazy
class LicenceAttributes {
    private final Identity identity;

    LicenceAttributes(Identity identity) {
        this.identity = identity;
    }

    String holderName(CaseFile file, ServiceItem item, Party holder) {
        return identity.nameOf(holder);
    }

    SortedMap<String, String> of(CaseFile file, ServiceItem item, String type, Party holder, LocalDate today) {
        SortedMap<String, String> stated = new TreeMap<>();
        switch (holder) {
            case Party.Firm(var firm) -> firm(stated, identity.firm(firm));
            case Party.Person(var person) -> person(stated, identity.person(person));
        }
        Answers answers = new Answers(file, item);
        Map.of(
                        "经营范围", new String[] {"经营范围"},
                        "类型", new String[] {"企业类型", "组成形式", "主体类型"},
                        "注册资本", new String[] {"注册资本"},
                        "经营场所", new String[] {"经营场所"},
                        "主体业态", new String[] {"主体业态", "业态"},
                        "经营项目", new String[] {"经营项目"})
                .forEach((name, labels) -> put(stated, name, answers.labelled(labels)));
        if ("营业执照".equals(type)) {
            put(stated, "成立日期", Optional.of(today.toString()));
        } else {
            put(stated, "许可项目", answers.labelled("许可的项目", "申请许可").or(() -> Optional.of(item.name())));
        }
        return stated;
    }

    private static void firm(SortedMap<String, String> stated, FirmProfile firm) {
        stated.put("名称", firm.name());
        stated.put("统一社会信用代码", firm.uscc().value());
        stated.put("法定代表人", firm.legalRepresentative());
        put(stated, "住所", firm.address());
    }

    private static void person(SortedMap<String, String> stated, PersonProfile person) {
        stated.put("姓名", person.name());
        stated.put("出生日期", person.birthDate().toString());
        put(stated, "住址", person.address());
    }

    private static void put(SortedMap<String, String> stated, String name, Optional<String> value) {
        value.ifPresent(text -> stated.put(name, text));
    }
}
