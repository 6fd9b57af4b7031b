package org.zhengtong.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhengtong.demo.Resident.Business;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Check;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.ProfileField;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;

/** Fills in a form as somebody of the demo city would. What it answers stands the check of the filing. */
final class InventedAnswers {
    private static final Map<String, ProfileField> ON_LICENCE = Map.of(
            "名称", ProfileField.FIRM_NAME,
            "统一社会信用代码", ProfileField.FIRM_USCC,
            "法定代表人", ProfileField.FIRM_REPRESENTATIVE,
            "住所", ProfileField.FIRM_ADDRESS);

    private static final int MOST_ENTRIES = 3;

    private final Inventions inventions;
    private final LocalDate today;

    InventedAnswers(Inventions inventions, LocalDate today) {
        this.inventions = inventions;
        this.today = today;
    }

    /** situation id → answer id */
    Map<String, String> situations(ServiceItem item) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Situation situation : item.situations()) {
            answers.put(situation.id(), inventions.pick(situation.answers()).id());
        }
        return answers;
    }

    /**
     * Answers to the fields asked of this applicant, by their keys.
     *
     * @param files keeps a sample file of this name
     */
    Map<String, String> answers(Form form, Resident agent, Optional<Business> firm, Function<String, UUID> files) {
        return Questionnaire.filled(
                form,
                section -> inventions.between(
                        section.repeat().orElseThrow().least(),
                        Math.min(section.repeat().orElseThrow().most(), MOST_ENTRIES)),
                asked -> answer(asked.field(), agent, firm, files));
    }

    private String answer(Field field, Resident agent, Optional<Business> firm, Function<String, UUID> files) {
        return field.prefill()
                .flatMap(prefill -> known(prefill, agent, firm))
                .or(() -> example(field))
                .orElseGet(() -> field.kind() == Form.Kind.FILE
                        ? files.apply(field.label()).toString()
                        : invented(field, agent));
    }

    private static Optional<String> example(Field field) {
        return field.checks().stream()
                .flatMap(
                        check -> check instanceof Check.Matches matches ? Stream.of(matches.example()) : Stream.empty())
                .findFirst();
    }

    private static Optional<String> known(Prefill prefill, Resident agent, Optional<Business> firm) {
        return switch (prefill) {
            case Prefill.FromProfile(ProfileField field) -> known(field, agent, firm);
            case Prefill.FromLicence(String _, String attribute) ->
                Optional.ofNullable(ON_LICENCE.get(attribute)).flatMap(field -> known(field, agent, firm));
            case Prefill.FromRegister(String _, String _) -> Optional.empty();
        };
    }

    private static Optional<String> known(ProfileField field, Resident agent, Optional<Business> firm) {
        return switch (field) {
            case APPLICANT_KIND -> Optional.of(firm.isPresent() ? "单位" : "个人");
            case PERSON_NAME -> Optional.of(agent.name());
            case PERSON_NUMBER -> Optional.of(agent.number().masked());
            case PERSON_PHONE -> Optional.of(agent.phone());
            case PERSON_ADDRESS -> Optional.of(agent.address());
            case FIRM_NAME -> firm.map(Business::name);
            case FIRM_USCC -> firm.map(business -> business.code().value());
            case FIRM_REPRESENTATIVE -> firm.map(business -> business.agent().name());
            case FIRM_ADDRESS -> firm.map(Business::address);
            case FIRM_PHONE -> firm.map(business -> business.agent().phone());
        };
    }

    private String invented(Field field, Resident agent) {
        return switch (field.kind()) {
            case TEXT -> text(field, agent);
            case LONG_TEXT -> longText(field);
            case NUMBER -> number(field);
            case DATE -> date(field).toString();
            case CHOICE -> inventions.pick(field.options());
            case PHONE -> inventions.phone();
            case IDENTITY_NUMBER ->
                inventions
                        .number(inventions.birthDate(today), inventions.chance(50))
                        .value();
            case USCC -> inventions.code().value();
            case ADDRESS -> inventions.address();
            case DIVISION_ADDRESS -> inventions.placedAddress().answer();
            case FILE -> throw new IllegalArgumentException("a file is no text");
        };
    }

    private String text(Field field, Resident agent) {
        String label = field.label();
        String text;
        if (label.contains("姓名拼音")) {
            text = "YUNXI SHILI";
        } else if (label.contains("企业名称")) {
            text = inventions.firm();
        } else if (label.contains("店名") || label.contains("字号")) {
            text = inventions.brand() + inventions.pick(List.of("面馆", "小吃店", "便利店", "理发店", "咖啡店"));
        } else if (label.contains("孩子姓名")) {
            text = agent.name().charAt(0)
                    + inventions.name(inventions.chance(50)).substring(1);
        } else if (label.contains("姓名") || label.contains("联系人") || label.contains("户主") || label.contains("财务")) {
            text = inventions.name(inventions.chance(50));
        } else if (label.contains("单位") || label.contains("当事人")) {
            text = inventions.firm();
        } else if (label.contains("医院")) {
            text = "云溪市第一人民医院";
        } else if (label.contains("学校")) {
            text = "云溪市书院路小学";
        } else if (label.contains("银行") && !label.contains("号")) {
            text = "云溪农商银行惠民路支行";
        } else if (label.contains("平台") || label.contains("网店")) {
            text = "本地生活平台，店铺“" + inventions.brand() + "”";
        } else if (label.contains("民族")) {
            text = "汉族";
        } else if (label.contains("城市") || label.contains("国家")) {
            text = inventions.pick(List.of("上海市", "杭州市", "成都市", "西安市"));
        } else if (label.contains("项目名称")) {
            text = inventions.brand() + "厂房改造项目";
        } else if (label.contains("号")) {
            text = "YX%010d".formatted(inventions.between(1, 999_999_999));
        } else {
            text = "一般类";
        }
        return field.most() > 0 && text.length() > field.most() ? text.substring(0, field.most()) : text;
    }

    private String longText(Field field) {
        String label = field.label();
        if (label.contains("经营范围") || label.contains("范围")) {
            return inventions.pick(List.of(
                    "餐饮服务；食品销售（仅销售预包装食品）。", "日用百货销售；服装服饰批发；家用电器销售。", "信息技术咨询服务；软件开发；技术推广服务。", "建筑劳务分包；室内装饰装修；建筑材料销售。"));
        }
        if (label.contains("股东")) {
            return "自然人股东两名，各认缴出资百分之五十，五年内缴足。";
        }
        if (label.contains("家庭情况")) {
            return "家庭主要劳动力患病，收入减少，申请按政策给予补助。";
        }
        return inventions.pick(List.of("生活和工作需要，按规定申请办理。", "业务开展需要，材料已经备齐，申请办理。", "原证件到期，申请按规定重新办理。"));
    }

    private String number(Field field) {
        int most = field.most() <= 2 ? 6 : field.most() <= 4 ? 30 : 300;
        int least = 1;
        for (Check check : field.checks()) {
            if (check instanceof Check.NumberBetween(var from, var to)) {
                least = from.map(bound -> bound.setScale(0, RoundingMode.UP).intValueExact())
                        .orElse(least);
                most = to.map(BigDecimal::intValue).orElse(Math.max(most, least));
            }
        }
        return Integer.toString(inventions.between(least, most));
    }

    private LocalDate date(Field field) {
        boolean ahead = field.checks().stream().anyMatch(Check.NotInPast.class::isInstance)
                || field.label().matches(".*(计划|打算|到哪天|开始|预产).*");
        int days = inventions.between(3, 120);
        boolean past = field.checks().stream().anyMatch(Check.NotInFuture.class::isInstance);
        return ahead && !past ? today.plusDays(days) : today.minusDays(days);
    }
}
