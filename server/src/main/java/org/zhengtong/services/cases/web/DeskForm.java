package org.zhengtong.services.cases.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseCommand.Ground;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.catalogue.SpecialProcedure;

/** What staff typed into one of the forms of a case. */
record DeskForm(MultiValueMap<String, String> typed, Page page) {
    static final int TEMPLATES = 3;

    List<Finding> findings(List<DeskCaseView.Point> points) {
        return points.stream()
                .filter(point -> typed.getOrDefault("finding", List.of()).contains(point.key()))
                .map(point -> {
                    String[] key = point.key().split(":", 2);
                    return new Finding(
                            Finding.Kind.valueOf(key[0]),
                            key[1],
                            point.name(),
                            text("wrong:" + point.key()),
                            text("remedy:" + point.key()));
                })
                .toList();
    }

    CaseCommand.RefuseAcceptance refusalOfAcceptance() {
        Ground ground = switch (text("ground")) {
            case "NOT_COMPETENT" -> Ground.NOT_COMPETENT;
            case "STILL_INCOMPLETE" -> Ground.STILL_INCOMPLETE;
            default -> Ground.NOT_ADMISSIBLE;
        };
        return new CaseCommand.RefuseAcceptance(
                ground, text("reason"), Optional.of(text("competentBody")).filter(body -> !body.isBlank()));
    }

    CaseCommand.Review review() {
        boolean favourable = !"unfavourable".equals(text("proposal"));
        return new CaseCommand.Review(favourable, words("review"));
    }

    PlannedProcedure procedure() {
        SpecialProcedure.Kind kind = Arrays.stream(SpecialProcedure.Kind.values())
                .filter(one -> one.name().equals(text("kind")))
                .findFirst()
                .orElseThrow(() -> new Problem(422, "cases.procedure-not-published"));
        return new PlannedProcedure(kind, day("from", "cases.procedure-days-wrong"), number("days"));
    }

    CaseCommand.AskOpinion question() {
        return new CaseCommand.AskOpinion(
                new AskedOpinion(text("body"), "", day("until", "cases.opinion-days-wrong"), Optional.empty()),
                text("question"));
    }

    CaseCommand.GiveOpinion opinion() {
        return new CaseCommand.GiveOpinion("", !"no".equals(text("agrees")), text("opinion"));
    }

    private LocalDate day(String name, String otherwise) {
        return TypedDay.parse(text(name)).orElseThrow(() -> new Problem(422, otherwise));
    }

    /** 0 for what is no number. */
    int number(String name) {
        return text(name).matches("[0-9]{1,4}") ? Integer.parseInt(text(name)) : 0;
    }

    /** The sentence typed, or else the template chosen for it. */
    String words(String kind) {
        String own = text("words");
        String template = text("template");
        return own.isBlank() && template.matches("[1-" + TEMPLATES + "]")
                ? page.t("cases.template." + kind + "." + template)
                : own;
    }

    String text(String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
