package org.zhengtong.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.zhengtong.ground.crypto.FieldCipher;

/** How long the inbox, a case and the question for a case's progress take when millions of cases are in the database. */
final class CaseInboxMeasure implements Measure {
    private static final int A_SECOND = 20;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 20;
    private static final double GOAL = 60;
    private static final String BODY = "云溪市市场监督管理局";

    /** As often as one address may ask within ten minutes. */
    private static final int QUESTIONS = 10;

    @Override
    public String name() {
        return "case-inbox";
    }

    /** The receipts with the last four digits of those who filed them. */
    private record Known(List<String> ids, List<Question> questions) {}

    private record Question(String receipt, String digits) {}

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        LargeCity city = workshop.cityOfCases();
        Known known = fill(workshop, city);
        try (Program program = city.program()) {
            Staff staff = Staff.signIn(program);
            Load load = new Load(program, A_SECOND);
            List<Load.Request> inbox = Stream.of(staff.clerk(), staff.reviewer(), staff.decider())
                    .map(token -> new Load.Request("/desk", Staff.session(token)))
                    .toList();
            List<Load.Request> pages = known.ids().stream()
                    .map(id -> new Load.Request("/desk/cases/" + id, Staff.session(staff.reviewer())))
                    .toList();
            List<Load.Request> questions = questions(known.questions());
            load.ask(inbox, WARM_UP_SECONDS);
            load.ask(pages, WARM_UP_SECONDS);
            double plain = load.run(List.of("/zt.css"), SECONDS);
            double ofInbox = load.ask(inbox, SECONDS);
            double ofPages = load.ask(pages.subList(pages.size() / 3, pages.size()), SECONDS);
            double ofQuestions = load.ask(questions, SECONDS);
            String meaning = ": milliseconds 95 of 100 are answered within, at " + A_SECOND + " requests a second with "
                    + CaseCity.ALL + " cases; reference: the style sheet at the same pace";
            return List.of(
                    Figure.atMost("case-inbox-list", GOAL, ofInbox, plain, "case-inbox-list, the inbox" + meaning),
                    Figure.atMost("case-inbox-case", GOAL, ofPages, plain, "case-inbox-case, a case" + meaning),
                    Figure.atMost(
                            "case-inbox-progress",
                            GOAL,
                            ofQuestions,
                            plain,
                            "case-inbox-progress, the question without signing in" + meaning),
                    Figure.atMost(
                            "case-inbox",
                            GOAL,
                            Math.max(ofInbox, Math.max(ofPages, ofQuestions)),
                            plain,
                            "case-inbox: the slowest of the three" + meaning));
        }
    }

    private static Known fill(Workshop workshop, LargeCity city)
            throws IOException, SQLException, InterruptedException {
        try (LargeCity.Inside inside = city.withCases(workshop);
                CaseCity cases = new CaseCity(inside.database())) {
            FieldCipher cipher = inside.context().getBean(FieldCipher.class);
            List<String> ids = new ArrayList<>(cases.ids(cases.bodyNamed(BODY)));
            Collections.shuffle(ids, new Random(CaseCity.SEED));
            return new Known(
                    ids,
                    cases.asked().stream()
                            .map(asked -> new Question(
                                    asked.receipt(),
                                    lastFour(cipher.openText(
                                            asked.number(), "identity.person.number:" + asked.person()))))
                            .toList());
        }
    }

    private static String lastFour(String number) {
        return number.substring(number.length() - 4);
    }

    /** From as many addresses as the limit of questions asks for. */
    private static List<Load.Request> questions(List<Question> questions) throws IOException {
        List<Load.Request> requests = new ArrayList<>();
        for (int i = 0; i < A_SECOND * SECONDS; i++) {
            int address = i / (QUESTIONS / 2);
            InetAddress from =
                    InetAddress.getByAddress(new byte[] {127, 1, (byte) (address / 250), (byte) (1 + address % 250)});
            Question question = questions.get(i % questions.size());
            requests.add(new Load.Request(
                    "/api/v1/progress?receipt=" + question.receipt(),
                    Map.of("Applicant-Digits", question.digits()),
                    Optional.of(from)));
        }
        return requests;
    }
}
