open('note.txt', 'w', encoding='utf-8').write('kept')
