comment on column licences.licence_version.record is 'sealed as licences.licence_version.record:{identifier}';
comment on column licences.copy.words is 'sealed as licences.copy.words:{id}';
comment on column licences.holding_row.content is 'sealed as licences.holding_row.content:{import}:{line}';
