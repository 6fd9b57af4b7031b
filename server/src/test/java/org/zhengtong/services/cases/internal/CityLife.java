package org.zhengtong.services.cases.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;

/**
 * What people want of cases from day to day, and what the law does by itself.
 *
 * @param asked the bodies that are asked for opinions
 */
record CityLife(Random random, List<String> asked) {
    static final Set<CaseState> ENDED = EnumSet.of(
            CaseState.ARCHIVED,
            CaseState.TRANSFERRED,
            CaseState.NOT_ACCEPTED,
            CaseState.NOT_REQUIRED,
            CaseState.WITHDRAWN,
            CaseState.TERMINATED);

    /** @param promised what the applicant promised to hand in later */
    static Optional<CaseCommand> lawActs(CaseStanding standing, Set<String> promised, LocalDate day) {
        return switch (standing.state()) {
            case SUBMITTED, PRECHECK_RETURNED, RECEIVED -> Optional.of(new CaseCommand.DeemAccepted(promised));
            case CORRECTION_REQUESTED -> Optional.of(new CaseCommand.Terminate());
            case ACCEPTED, IN_REVIEW, SUSPENDED, REVIEWED ->
                standing.awaited().stream().anyMatch(one -> one.until().isBefore(day))
                        ? Optional.of(new CaseCommand.Terminate())
                        : standing.planned().map(_ -> new CaseCommand.Suspend());
            case CLOSED ->
                standing.deliveredOn()
                        .filter(delivered -> !day.isBefore(delivered.plusDays(60)))
                        .map(_ -> new CaseCommand.Archive());
            default -> Optional.empty();
        };
    }

    /** What comes to somebody's mind; the law allows little of it. */
    CaseCommand somebodyActs(ServiceItem item, LocalDate day) {
        List<Finding> findings = List.of(new Finding(Finding.Kind.MATERIAL, "m1", "材料", "看不清", "请重新上传"));
        return switch (random.nextInt(28)) {
            case 0, 1 -> new CaseCommand.Receive();
            case 2 -> new CaseCommand.ReturnAtPrecheck(findings);
            case 3, 4 -> new CaseCommand.Resubmit();
            case 5 -> new CaseCommand.RequestCorrection(findings);
            case 6, 7 -> new CaseCommand.Correct();
            case 8 -> new CaseCommand.Accept();
            case 9 -> new CaseCommand.Accept(Set.of("m1", "m2"));
            case 10 -> new CaseCommand.Supply(random.nextBoolean() ? "m1" : "m2");
            case 11 -> new CaseCommand.StartReview();
            case 12, 13, 23, 24 -> new CaseCommand.Review(random.nextInt(5) > 0, "意见", "staff:" + random.nextInt(4));
            case 14, 15 -> new CaseCommand.Announce(procedure(item, day));
            case 16 -> new CaseCommand.Resume("结果");
            case 17 -> new CaseCommand.Extend(1 + random.nextInt(12), "案情复杂");
            case 18 -> new CaseCommand.Grant("");
            case 19 -> new CaseCommand.Refuse("不符合条件");
            case 20, 21 -> new CaseCommand.Deliver();
            case 22 -> new CaseCommand.Close();
            case 25 -> new CaseCommand.AskOpinion(asked(day), "是否符合规划");
            case 26 -> new CaseCommand.GiveOpinion(asked(day).body(), random.nextBoolean(), "意见");
            default ->
                switch (random.nextInt(12)) {
                    case 0 -> new CaseCommand.Withdraw("不办了");
                    case 1 ->
                        new CaseCommand.RefuseAcceptance(
                                CaseCommand.Ground.NOT_COMPETENT, "不归本机关管", Optional.of("云溪市公安局"));
                    case 2 -> new CaseCommand.NotRequired("不需要许可");
                    case 3 -> new CaseCommand.Transfer(CaseCommand.Successor.at("item"), "属县级事权");
                    case 4, 5 -> new CaseCommand.SendBack("请复核");
                    case 6 -> new CaseCommand.Recuse("申请人是亲属");
                    default -> new CaseCommand.Close();
                };
        };
    }

    private AskedOpinion asked(LocalDate day) {
        return new AskedOpinion(asked.get(random.nextInt(asked.size())), "机构", day.plusDays(5), Optional.empty());
    }

    private PlannedProcedure procedure(ServiceItem item, LocalDate day) {
        List<SpecialProcedure> published = item.further().specialProcedures();
        SpecialProcedure one = published.isEmpty()
                ? new SpecialProcedure(SpecialProcedure.Kind.AUCTION, 5)
                : published.get(random.nextInt(published.size()));
        return new PlannedProcedure(one.kind(), day.plusDays(random.nextInt(6)), one.days());
    }
}
