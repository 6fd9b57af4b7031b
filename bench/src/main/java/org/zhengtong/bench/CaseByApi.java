package org.zhengtong.bench;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** Leads one case after the other by API, from the filing until the program has issued the licence and closed the case. */
final class CaseByApi implements Clients.Client {
    private final Caller caller;
    private final Residents residents;
    private final Staff staff;

    CaseByApi(Caller caller, Residents residents, Staff staff) {
        this.caller = caller;
        this.residents = residents;
        this.staff = staff;
    }

    @Override
    public void act() throws IOException {
        lead(residents.next());
    }

    /** Everybody takes the case in hand before deciding on it. */
    UUID lead(Residents.Resident applicant) throws IOException {
        UUID id = applicant.file(caller);
        String desk = "/api/v1/desk/cases/" + id;
        take(staff.clerk(), desk);
        act(staff.clerk(), desk + "/acceptance", "{}");
        take(staff.reviewer(), desk);
        act(staff.reviewer(), desk + "/review", "{\"favourable\":true,\"opinion\":\"" + ProcessLife.OPINION + "\"}");
        take(staff.decider(), desk);
        String decided = act(staff.decider(), desk + "/grant", "{}");
        if (!decided.contains("\"state\":\"CLOSED\"") || !decided.contains("\"licence\":\"")) {
            throw new IllegalStateException("the case was not closed with a licence: " + decided);
        }
        return id;
    }

    private void take(String token, String desk) throws IOException {
        act(token, desk + "/taking", "{\"over\":false}");
    }

    private String act(String token, String path, String json) throws IOException {
        Caller.Answer answer = caller.send("POST", path, Map.of("Authorization", "Bearer " + token), json);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " was answered " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }
}
