package org.zhengtong.services.halls.internal;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.Roster;
import org.zhengtong.services.halls.Roster.Shift;

/** When a member of staff is to serve at a window. */
@Component
@Order(51)
class RosterRecords implements PersonalRecords {
    private final RosterStore store;
    private final StoredRosters rosters;
    private final Halls halls;

    RosterRecords(RosterStore store, StoredRosters rosters, Halls halls) {
        this.store = store;
        this.rosters = rosters;
        this.halls = halls;
    }

    @Override
    public String name() {
        return "roster";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return store.read().values().stream()
                .flatMap(stored -> of(person, stored.roster()).stream())
                .toList();
    }

    private List<PersonalRecord> of(PersonId person, Roster roster) {
        String hall = halls.hall(roster.hall()).map(Hall::name).orElse(roster.hall());
        List<PersonalRecord> records = new ArrayList<>();
        Arrays.stream(DayOfWeek.values())
                .forEach(day -> add(
                        records,
                        hall,
                        Entry.said("day", "halls.day." + day),
                        person,
                        roster.week().getOrDefault(day, List.of())));
        roster.otherDays()
                .forEach(one -> add(records, hall, Entry.of("day", one.day().toString()), person, one.shifts()));
        return records;
    }

    private static void add(List<PersonalRecord> records, String hall, Entry day, PersonId person, List<Shift> shifts) {
        shifts.stream()
                .filter(shift -> shift.clerk().equals(person))
                .forEach(shift -> records.add(new PersonalRecord(
                        hall,
                        List.of(
                                day,
                                Entry.of(
                                        "time",
                                        shift.time().from() + "–" + shift.time().until()),
                                Entry.of("window", Integer.toString(shift.window()))))));
    }

    @Override
    public Optional<String> erase(PersonId person) {
        rosters.remove(person);
        return Optional.empty();
    }
}
