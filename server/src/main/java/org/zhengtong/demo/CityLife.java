package org.zhengtong.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MandateDesk;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.cases.CaseHistory;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.editing.BundleEditing;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.supervision.Supervision;

/**
 * Fills the demo city once: about a thousand people and firms, staff in every body, and the cases of the last 90 days.
 * All of it is one transaction, so that a start broken off leaves an empty city and not half a one.
 */
@Component
@Profile("demo")
@Order(YunxiCity.FOUNDED + 1)
class CityLife implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CityLife.class);

    /** The same city each time. */
    private static final long SEED = 339900;

    private final Identity identity;
    private final Organisation organisation;
    private final Mandates mandates;
    private final MandateDesk mandateDesk;
    private final Licences licences;
    private final Catalogue catalogue;
    private final Editing editing;
    private final BundleEditing bundleEditing;
    private final CaseHistory history;
    private final JointCases joint;
    private final Supervision supervision;
    private final FileStore files;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CityLife(
            Identity identity,
            Organisation organisation,
            Mandates mandates,
            MandateDesk mandateDesk,
            Licences licences,
            Catalogue catalogue,
            Editing editing,
            BundleEditing bundleEditing,
            CaseHistory history,
            JointCases joint,
            Supervision supervision,
            FileStore files,
            WorkingCalendar calendar,
            Clock clock,
            TransactionTemplate transaction) {
        this.identity = identity;
        this.organisation = organisation;
        this.mandates = mandates;
        this.mandateDesk = mandateDesk;
        this.licences = licences;
        this.catalogue = catalogue;
        this.editing = editing;
        this.bundleEditing = bundleEditing;
        this.history = history;
        this.joint = joint;
        this.supervision = supervision;
        this.files = files;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean lived = identity.findAccount(Persona.all().getFirst().account()).isPresent();
        if (!lived) {
            LOG.info("The demo city fills with people, firms and cases");
            transaction.executeWithoutResult(_ -> live());
        }
    }

    private void live() {
        LocalDate today = LocalDate.now(clock);
        Inventions inventions = new Inventions(new SplittableRandom(SEED));
        Population.Moved city = new Population(identity, organisation, inventions, today).moveIn();
        new Papers(licences, inventions, today).issue(city);
        Chronicle chronicle = new Chronicle(
                history,
                organisation,
                licences,
                files,
                calendar,
                inventions,
                new InventedAnswers(inventions, today),
                clock.instant());
        new Stories(inventions).of(catalogue.items(), city).forEach(chronicle::write);
        new JointStories(catalogue, history, joint, chronicle).write(city);
        new DoubtfulWork(chronicle, history, calendar, inventions, city, catalogue.items(), clock.instant()).happen();
        supervision.review(organisation.staff(city.persona("overseer").id()).orElseThrow());
        new CatalogueWork(catalogue, editing, bundleEditing, organisation, city, today).doIt();
        new MandateStories(identity, mandates, mandateDesk, catalogue, inventions, clock.instant(), today).write(city);
    }
}
