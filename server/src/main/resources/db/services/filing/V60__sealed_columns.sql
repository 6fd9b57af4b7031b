comment on column filing.draft.content is 'sealed as filing.draft.content:{id}';
comment on column filing.supplement.content is 'sealed as filing.supplement.content:{id}';
