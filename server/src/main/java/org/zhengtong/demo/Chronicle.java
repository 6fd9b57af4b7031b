package org.zhengtong.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseHistory;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.Delivered;
import org.zhengtong.services.cases.DeliveryWish;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.licences.Licences;

/** Writes stories down as cases, every step by somebody whose duty it is. */
final class Chronicle {
    private static final int DAYS_OF_CORRECTION = 3;
    private static final int DAYS_TO_COLLECT = 6;

    private final CaseHistory history;
    private final Organisation organisation;
    private final Licences licences;
    private final FileStore files;
    private final WorkingCalendar calendar;
    private final Inventions inventions;
    private final InventedAnswers answers;
    private final Instant now;
    private final Map<String, UUID> samples = new HashMap<>();
    private final Map<String, List<StaffMember>> staff = new HashMap<>();
    private int written;

    Chronicle(
            CaseHistory history,
            Organisation organisation,
            Licences licences,
            FileStore files,
            WorkingCalendar calendar,
            Inventions inventions,
            InventedAnswers answers,
            Instant now) {
        this.history = history;
        this.organisation = organisation;
        this.licences = licences;
        this.files = files;
        this.calendar = calendar;
        this.inventions = inventions;
        this.answers = answers;
        this.now = now;
    }

    void write(Story story) {
        OfficeHours time = new OfficeHours(calendar, inventions, now, story.age());
        FilingOrder order = order(story);
        CaseId id = history.file(order, time.today()).id();
        if (story.ends() == CaseState.SUBMITTED) {
            return;
        }
        StaffMember clerk = on(story.item(), Role.ACCEPTANCE);
        history.take(id, clerk, time.after(story.age() > 2 ? 1 : 0));
        switch (story.ends()) {
            case RECEIVED -> {}
            case CORRECTION_REQUESTED -> ask(id, clerk, story.item(), time.today());
            case NOT_ACCEPTED ->
                history.act(
                        id,
                        clerk,
                        new CaseCommand.RefuseAcceptance(
                                CaseCommand.Ground.NOT_COMPETENT,
                                "申请事项发生地不在本市，依法应当向有管辖权的行政机关申请。",
                                Optional.of("申请事项发生地的同级主管部门")),
                        time.after(1));
            case NOT_REQUIRED ->
                history.act(id, clerk, new CaseCommand.NotRequired("您申请的活动依法不需要办理本事项，可以直接开展。"), time.after(1));
            case WITHDRAWN -> history.withdraw(id, story.agent().id(), "个人计划有变，暂不办理。", time.after(1));
            default -> {
                if (story.age() > DAYS_OF_CORRECTION * 3 && inventions.chance(14)) {
                    ask(id, clerk, story.item(), time.today());
                    history.correct(id, order, time.after(DAYS_OF_CORRECTION));
                    history.take(id, clerk, time.after(1));
                }
                accepted(id, clerk, order, story, time);
            }
        }
    }

    private void accepted(CaseId id, StaffMember clerk, FilingOrder order, Story story, OfficeHours time) {
        history.act(id, clerk, new CaseCommand.Accept(), time.today());
        if (story.ends() == CaseState.ACCEPTED) {
            return;
        }
        StaffMember reviewer = on(story.item(), Role.REVIEW);
        history.take(id, reviewer, time.after(1));
        if (story.ends() == CaseState.IN_REVIEW) {
            return;
        }
        if (story.ends() == CaseState.SUSPENDED) {
            story.item().further().specialProcedures().stream()
                    .findFirst()
                    .ifPresent(procedure -> announce(id, reviewer, procedure, time.today()));
            return;
        }
        boolean favourable = story.ends() != CaseState.REFUSED;
        int promised = Math.max(1, story.item().promisedDays());
        CaseCommand opinion =
                new CaseCommand.Review(favourable, favourable ? "材料齐全，符合法定形式和条件，建议准予。" : "申请条件不符合规定，建议不予。");
        history.act(
                id,
                reviewer,
                opinion,
                time.after(Math.min(story.age(), inventions.between(0, Math.max(0, promised - 3)))));
        ableTo(Role.REVIEW, story.item())
                .filter(member -> !member.equals(reviewer))
                .limit(CaseTerms.of(story.item()).levels().size() - 1L)
                .forEach(member -> history.act(id, member, opinion, time.today()));
        if (story.ends() == CaseState.REVIEWED) {
            return;
        }
        StaffMember decider = on(story.item(), Role.DECISION);
        history.take(id, decider, time.today());
        history.act(
                id,
                decider,
                favourable ? new CaseCommand.Grant("") : new CaseCommand.Refuse("经审查，申请人提交的情况与本事项的办理条件不一致，不符合规定的条件。"),
                time.after(promised > 2 ? inventions.between(0, 1) : 0));
        if (story.age() > promised + DAYS_TO_COLLECT) {
            handOver(id, clerk, DeliveryWish.of(order.answers()), story, time);
        }
    }

    /** Whoever wanted paper has come for it, or it was sent. */
    private void handOver(CaseId id, StaffMember clerk, DeliveryWish wish, Story story, OfficeHours time) {
        switch (wish.way()) {
            case ELECTRONIC -> {}
            case POST ->
                history.deliver(
                        id,
                        clerk,
                        new Delivered.ByPost("EMS", "EB%09dCN".formatted(100_000_000 + written)),
                        time.after(2));
            case WINDOW ->
                history.deliver(
                        id,
                        clerk,
                        new Delivered.AtWindow(
                                MaskedName.of(story.agent().name()).value(), Optional.empty()),
                        time.after(2));
        }
    }

    /** What somebody fills in for an item. */
    record Filled(Map<String, String> situations, Map<String, String> answers, List<HandedIn> materials) {}

    Filled filled(ServiceItem item, Resident agent) {
        Map<String, String> situations = answers.situations(item);
        Map<String, String> filled = answers.answers(
                item.form(), agent, Optional.empty(), name -> samples.computeIfAbsent(name, this::sample));
        return new Filled(situations, filled, materials(item, situations, agent.party(), filled));
    }

    OfficeHours hours(int age) {
        return new OfficeHours(calendar, inventions, now, age);
    }

    /** Accepts and begins to look at it. */
    void look(CaseId id, ServiceItem item, OfficeHours time) {
        StaffMember clerk = on(item, Role.ACCEPTANCE);
        history.take(id, clerk, time.today());
        history.act(id, clerk, new CaseCommand.Accept(), time.today());
        history.take(id, on(item, Role.REVIEW), time.after(1));
    }

    void grant(CaseId id, ServiceItem item, OfficeHours time) {
        StaffMember clerk = on(item, Role.ACCEPTANCE);
        history.take(id, clerk, time.today());
        history.act(id, clerk, new CaseCommand.Accept(), time.today());
        history.act(id, on(item, Role.REVIEW), new CaseCommand.Review(true, "材料齐全，符合法定形式和条件，建议准予。"), time.after(1));
        history.act(id, on(item, Role.DECISION), new CaseCommand.Grant(""), time.today());
    }

    private void announce(CaseId id, StaffMember reviewer, SpecialProcedure procedure, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Page.ZONE);
        history.act(
                id,
                reviewer,
                new CaseCommand.Announce(new PlannedProcedure(procedure.kind(), day, procedure.days())),
                at);
    }

    void ask(CaseId id, StaffMember clerk, ServiceItem item, Instant at) {
        Material material = item.materials().stream()
                .filter(candidate -> !candidate.generated())
                .findFirst()
                .orElse(item.materials().getFirst());
        history.act(
                id,
                clerk,
                new CaseCommand.RequestCorrection(List.of(new Finding(
                        Finding.Kind.MATERIAL,
                        material.id(),
                        material.name(),
                        "照片反光，看不清有效期限。",
                        "请在光线均匀的地方重新拍照上传，四个角都要拍到。"))),
                at);
    }

    StaffMember on(ServiceItem item, Role duty) {
        return inventions.pick(ableTo(duty, item).toList());
    }

    private Stream<StaffMember> ableTo(Role duty, ServiceItem item) {
        return staff.computeIfAbsent(item.bodyUscc(), code -> organisation.staffOf(new Uscc(code))).stream()
                .filter(member -> member.has(duty));
    }

    FilingOrder order(Story story) {
        Party applicant = story.firm().map(Resident.Business::party).orElseGet(story.agent()::party);
        Map<String, String> situations = answers.situations(story.item());
        Map<String, String> filled = answers.answers(
                story.item().form(), story.agent(), story.firm(), name -> samples.computeIfAbsent(name, this::sample));
        return new FilingOrder(
                UUID.nameUUIDFromBytes(("demo" + ++written).getBytes(StandardCharsets.UTF_8)),
                story.item(),
                applicant,
                story.agent().id(),
                situations,
                filled,
                materials(story.item(), situations, applicant, filled),
                inventions.pick(List.of(Channel.WEB, Channel.MOBILE, Channel.MOBILE, Channel.WINDOW)));
    }

    private List<HandedIn> materials(
            ServiceItem item, Map<String, String> situations, Party applicant, Map<String, String> answers) {
        List<HandedIn> materials = new ArrayList<>();
        AtHand atHand = new AtHand(Map.of(), licences.heldBy(applicant));
        for (Checklist.Line line : Checklist.of(item, situations, atHand).lines()) {
            Material material = line.material();
            switch (line.duty()) {
                case Checklist.Duty.NotNeeded _ -> {}
                case Checklist.Duty.Generated _ -> materials.add(new HandedIn.Generated(material.id()));
                case Checklist.Duty.ByLicence(var licence) ->
                    materials.add(new HandedIn.ByLicence(material.id(), licence.id()));
                case Checklist.Duty.Upload _ ->
                    materials.add(new HandedIn.Uploaded(
                            material.id(), samples.computeIfAbsent(material.name(), this::sample)));
            }
        }
        answers.forEach((key, answer) -> Questionnaire.question(item.form(), key)
                .filter(asked -> asked.field().kind() == Form.Kind.FILE)
                .ifPresent(asked -> materials.add(new HandedIn.Uploaded(key, UUID.fromString(answer)))));
        return materials;
    }

    /** A page that says it is a sample; its content is stored once. */
    private UUID sample(String name) {
        try (InputStream page =
                Objects.requireNonNull(Chronicle.class.getResourceAsStream("/demo/sample-material.pdf"))) {
            return files.keep(page, name.replaceAll("[《》/]", "") + ".pdf", FileRules.MATERIAL)
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FileRefused e) {
            throw new IllegalStateException(e);
        }
    }
}
