package org.zhengtong.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.zhengtong.demo.Population.Moved;
import org.zhengtong.demo.Resident.Business;
import org.zhengtong.people.identity.Gender;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.Licences;

/** The electronic licences people of the demo city bring along: identity cards of the personas, licences of the firms. */
final class Papers {
    private final Licences licences;
    private final Inventions inventions;
    private final LocalDate today;
    private final Map<String, Body> bodies = YunxiCity.bodies();

    Papers(Licences licences, Inventions inventions, LocalDate today) {
        this.licences = licences;
        this.inventions = inventions;
        this.today = today;
    }

    void issue(Moved city) {
        city.personas().values().forEach(this::identityCard);
        city.businesses().forEach(this::businessLicence);
    }

    private void identityCard(Resident resident) {
        SortedMap<String, String> stated = new TreeMap<>();
        stated.put("姓名", resident.name());
        stated.put("性别", resident.number().gender() == Gender.FEMALE ? "女" : "男");
        stated.put("民族", "汉");
        stated.put("出生日期", resident.number().birthDate().toString());
        stated.put("住址", resident.address());
        stated.put("公民身份号码", resident.number().value());
        issue("居民身份证", "公安局", resident.party(), resident.name(), today.minusYears(3), stated);
    }

    private void businessLicence(Business business) {
        LocalDate founded = today.minusDays(inventions.between(200, 4000));
        SortedMap<String, String> stated = new TreeMap<>();
        stated.put("名称", business.name());
        stated.put("类型", "有限责任公司");
        stated.put("法定代表人", business.agent().name());
        stated.put("注册资本", inventions.between(1, 50) * 10 + " 万元");
        stated.put("成立日期", founded.toString());
        stated.put("住所", business.address());
        stated.put("经营范围", "餐饮服务；食品销售；日用百货销售。");
        stated.put("统一社会信用代码", business.code().value());
        issue("营业执照", "市场监督管理局", business.party(), business.name(), founded, stated);
    }

    private void issue(
            String type, String department, Party holder, String name, LocalDate on, SortedMap<String, String> stated) {
        Body issuer = Objects.requireNonNull(bodies.get(department), department);
        UUID before = UUID.nameUUIDFromBytes((type + holder.id()).getBytes(StandardCharsets.UTF_8));
        licences.issue(new LicenceOrder(
                type, holder, name, issuer.uscc().value(), issuer.name(), on, Optional.empty(), stated, before));
    }
}
