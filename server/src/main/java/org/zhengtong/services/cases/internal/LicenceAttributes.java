package org.zhengtong.services.cases.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Gender;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.Licences;

/**
 * What a licence states: every attribute its type prints, as far as the answers, the register of the holder or the item
 * know it.
 */
@Component
class LicenceAttributes {
    /** The names under which licence types print who holds them. */
    private static final Set<String> HOLDER = Set.of(
            "名称", "经营者名称", "生产者名称", "企业名称", "单位名称", "使用单位", "机构名称", "承运单位", "承办者", "申请人", "持证人", "所有人", "姓名", "户主姓名",
            "收养人姓名");

    private static final Set<String> ADDRESS =
            Set.of("地址", "经营地址", "经营场所", "生产地址", "使用地址", "使用地点", "活动地点", "选址", "执业地点");

    private final Identity identity;
    private final Licences licences;
    private final Regions regions;

    LicenceAttributes(Identity identity, Licences licences, Regions regions) {
        this.regions = regions;
        this.identity = identity;
        this.licences = licences;
    }

    SortedMap<String, String> of(CaseFile file, ServiceItem item, String type, Party holder, LocalDate today) {
        SortedMap<String, String> known = register(holder);
        Answers answers = new Answers(file, item, regions);
        SortedMap<String, String> stated = new TreeMap<>();
        for (LicenceType.PrintedAttribute attribute : licences.type(type).layout()) {
            value(attribute.name(), known, answers, item, today)
                    .ifPresent(value -> stated.put(attribute.name(), value));
        }
        Optional.ofNullable(known.get("统一社会信用代码")).ifPresent(code -> stated.put("统一社会信用代码", code));
        return stated;
    }

    private static Optional<String> value(
            String name, SortedMap<String, String> known, Answers answers, ServiceItem item, LocalDate today) {
        if (known.containsKey(name)) {
            return Optional.of(known.get(name));
        }
        if (HOLDER.contains(name)) {
            return Optional.ofNullable(known.get("名称"));
        }
        if (ADDRESS.contains(name)) {
            return answers.address(name).or(() -> Optional.ofNullable(known.get("住所")));
        }
        return switch (name) {
            case "成立日期", "登记日期" -> Optional.of(today.toString());
            case "公民身份号码" -> answers.ofKind(Form.Kind.IDENTITY_NUMBER);
            case "注册资本" -> answers.labelled("注册资本").map(amount -> amount + " 万元");
            case "类型" -> answers.labelled("企业类型", "组成形式");
            case "许可事项", "补贴项目", "津贴项目", "待遇项目", "救助项目" -> Optional.of(item.name());
            case "许可项目", "许可内容", "经营项目", "登记事项" ->
                answers.labelled(name, "主要经营项目", "申请许可的项目和范围").or(() -> Optional.of(item.name()));
            default -> answers.labelled(name);
        };
    }

    private SortedMap<String, String> register(Party holder) {
        return switch (holder) {
            case Party.Firm(var firm) -> register(identity.firm(firm));
            case Party.Person(var person) -> register(identity.person(person));
        };
    }

    private static SortedMap<String, String> register(FirmProfile firm) {
        SortedMap<String, String> known = new TreeMap<>();
        known.put("名称", firm.name());
        known.put("统一社会信用代码", firm.uscc().value());
        known.put("法定代表人", firm.legalRepresentative());
        firm.address().ifPresent(address -> known.put("住所", address));
        return known;
    }

    private static SortedMap<String, String> register(PersonProfile person) {
        SortedMap<String, String> known = new TreeMap<>();
        known.put("名称", person.name());
        known.put("性别", person.gender() == Gender.FEMALE ? "女" : "男");
        known.put("出生日期", person.birthDate().toString());
        person.address().ifPresent(address -> {
            known.put("住址", address);
            known.put("住所", address);
        });
        return known;
    }
}
